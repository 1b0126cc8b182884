using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;

namespace HomelabPortal.Lab;

/// <summary>What lives as long as the process and longer than the web host: the data directory and the simulated lab.</summary>
internal sealed class LabScope(OptionsFaults faults, PortalOptions portal, SimulatedLab? simulated) : IAsyncDisposable
{
    private DataDirectory? _directory;

    /// <summary>The sections of the features are read through this too, so that all faults come together.</summary>
    public OptionsFaults Faults { get; } = faults;

    /// <summary>True when people reach the portal from other machines.</summary>
    public bool IsPublic => portal.PublicAddress is { IsLoopback: false };

    /// <summary>Opens the data directory; call when the whole configuration has been read.</summary>
    /// <exception cref="StartupException">The configuration has faults, or the folder cannot be used.</exception>
    public DataDirectory OpenDataDirectory()
    {
        Faults.ThrowIfAny();
        return _directory ??= DataDirectory.Open(portal.DataDirectory);
    }

    public async ValueTask DisposeAsync()
    {
        _directory?.Dispose();
        if (simulated is not null)
            await simulated.DisposeAsync();
    }
}
