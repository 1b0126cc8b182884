namespace HomelabPortal.Access.Providers;

/// <summary>Where a provider's parts are, as it says itself.</summary>
/// <param name="Keys">Its published keys; null when it has none, like a provider that signs nothing.</param>
internal sealed record ProviderEndpoints(Uri Authorization, Uri Token, Uri UserInfo, Uri? Keys);
