using System.Collections.Immutable;

namespace HomelabPortal.Access.Tokens;

/// <summary>The token somebody asks for.</summary>
/// <param name="Name">What it is for, so that it is known when it should go.</param>
internal sealed record TokenWish(string Name, ImmutableArray<string> Scopes, TimeSpan Lifetime);
