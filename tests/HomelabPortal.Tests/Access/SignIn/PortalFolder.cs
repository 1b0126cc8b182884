using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Access.SignIn;

/// <summary>A data directory for portals on a real lab of which nothing is connected; they start quickly, one after the other.</summary>
internal sealed class PortalFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Dictionary<string, string> Settings => new()
    {
        ["Lab__Mode"] = "Real",
        ["Portal__DataDirectory"] = _folder.Path,
        // No kubeconfig of whoever runs the tests.
        ["HOME"] = _folder.Path,
    };

    public Task<PortalProcess> StartAsync() => PortalProcess.StartAsync(Settings, CancellationToken.None);

    public void Dispose() => _folder.Dispose();
}
