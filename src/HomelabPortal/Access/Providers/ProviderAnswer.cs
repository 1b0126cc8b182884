namespace HomelabPortal.Access.Providers;

/// <summary>A good answer of a provider, on its way from the handler to the door.</summary>
internal sealed record ProviderAnswer(Provider Provider, ProviderPerson Person, ProviderTokens Tokens, Errand Errand);
