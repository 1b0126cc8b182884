namespace HomelabPortal.Access.Tokens;

/// <summary>A scope and what it lets a program do.</summary>
public sealed record ScopeWord(string Scope, string Words);
