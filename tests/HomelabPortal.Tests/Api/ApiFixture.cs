namespace HomelabPortal.Tests.Api;

/// <summary>One portal for the tests of a class, which make what they need under names of their own.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private ApiHost? _host;

    internal ApiHost Host => _host!;

    public async Task InitializeAsync() => _host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
