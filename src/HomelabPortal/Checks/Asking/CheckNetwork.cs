using System.Net;
using System.Net.Sockets;
using HomelabPortal.Checks.Judging;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Asking;

/// <summary>The one way out for checks and notifications. What a name leads to is judged at each connection, so that a name that changes its mind gains nothing.</summary>
/// <param name="lookUp">The system's own resolver when none is given.</param>
internal sealed class CheckNetwork(IOptions<CheckOptions> options, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _lookUp = lookUp ?? System.Net.Dns.GetHostAddressesAsync;

    /// <summary>Addresses of a host that may be asked.</summary>
    /// <exception cref="CheckFault">There are none.</exception>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var found = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await LookUpAsync(host, cancellationToken);
        if (found.Length == 0)
            throw new CheckFault(CheckAnswer.Down($"DNS has no address for {host}."));
        var allowed = found.Where(address => WhyNot(address) is null).ToList();
        return allowed.Count > 0 ? allowed : throw new CheckFault(CheckAnswer.Unknown(WhyNot(found[0]) ?? ""));
    }

    public string? WhyNot(IPAddress address) => CheckAddresses.WhyNot(address, options.Value.AllowLoopback);

    /// <exception cref="CheckFault">It cannot be connected to.</exception>
    public async Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException fault)
        {
            socket.Dispose();
            throw new CheckFault(SocketWords.Of(fault.SocketErrorCode));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A name server that keeps silent says nothing of what was to be asked, so its time is up before that of the check.</summary>
    private async Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.LookUpFor);
        try
        {
            return await _lookUp(host, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CheckFault(CheckAnswer.Unknown($"The DNS of the portal's machine did not answer for {host}."));
        }
        catch (SocketException fault)
        {
            throw new CheckFault(fault.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData
                ? CheckAnswer.Down($"DNS does not know {host}.")
                : CheckAnswer.Unknown($"The DNS of the portal's machine could not be asked for {host}."));
        }
    }
}
