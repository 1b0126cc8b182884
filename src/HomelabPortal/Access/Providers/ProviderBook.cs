using System.Collections.Immutable;

namespace HomelabPortal.Access.Providers;

/// <summary>The configured providers.</summary>
internal sealed record ProviderBook(ImmutableArray<Provider> All)
{
    public Provider? FindBySlug(string? slug) => All.FirstOrDefault(provider => provider.Slug == slug);

    public Provider? FindByName(string name) => All.FirstOrDefault(provider => provider.Name == name);

    public Provider? FindByScheme(string scheme) => All.FirstOrDefault(provider => provider.Scheme == scheme);
}
