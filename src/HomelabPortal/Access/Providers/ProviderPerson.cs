using System.Collections.Immutable;

namespace HomelabPortal.Access.Providers;

/// <summary>Who somebody is at a provider.</summary>
/// <param name="Subject">Never changes and is never given to another; names and addresses are neither.</param>
/// <param name="Name">What they are called there, if it says.</param>
internal sealed record ProviderPerson(string Subject, string? Name, ImmutableArray<string> Groups);
