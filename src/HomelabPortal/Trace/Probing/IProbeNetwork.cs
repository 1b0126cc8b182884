using System.Net;

namespace HomelabPortal.Trace.Probing;

/// <summary>The network as the portal's pod sees it.</summary>
internal interface IProbeNetwork
{
    /// <summary>Asks the resolver of the system; empty when the name is not known to it.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);

    Task<Stream> ConnectAsync(IPEndPoint place, CancellationToken cancellationToken);
}
