"use client";

import { createContext, useContext } from "react";

export const NonceContext = createContext("");

/** The nonce that the page's content security policy asks of styles that are added later. */
export const useNonce = () => useContext(NonceContext);
