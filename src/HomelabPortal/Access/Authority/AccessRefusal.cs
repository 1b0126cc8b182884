namespace HomelabPortal.Access.Authority;

/// <summary>Why an act was refused, in words for the person who asked.</summary>
public sealed record AccessRefusal(AccessRefusalKind Kind, string Message);
