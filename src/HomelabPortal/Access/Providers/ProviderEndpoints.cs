namespace HomelabPortal.Access.Providers;

/// <summary>Where a provider's parts are, as it says itself.</summary>
internal sealed record ProviderEndpoints(Uri Authorization, Uri Token, Uri UserInfo);
