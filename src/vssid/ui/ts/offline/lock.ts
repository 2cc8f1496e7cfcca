// What keeps the private key away until its holder has shown to be there.
export interface Lock {
  kind: "pin" | "passkey";
}
