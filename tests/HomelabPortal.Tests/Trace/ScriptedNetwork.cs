using System.Net;
using System.Text;
using HomelabPortal.Trace.Probing;

namespace HomelabPortal.Tests.Trace;

/// <summary>A network in memory: what each place answers, or the fault with which it does not.</summary>
internal sealed class ScriptedNetwork : IProbeNetwork
{
    public Dictionary<string, Func<CancellationToken, Task<Stream>>> Places { get; } = [];

    public IReadOnlyList<IPAddress> Addresses { get; set; } = [];

    public List<string> Asked { get; } = [];

    public static Func<CancellationToken, Task<Stream>> Says(string answer) => _ => Task.FromResult<Stream>(new Conversation(answer));

    /// <summary>Neither answers nor refuses.</summary>
    public static async Task<Stream> Silent(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return Stream.Null;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult(Addresses);

    public Task<Stream> ConnectAsync(IPEndPoint place, CancellationToken cancellationToken)
    {
        Asked.Add(place.ToString());
        return Places[place.ToString()](cancellationToken);
    }

    /// <summary>Takes whatever is written, and reads as the answer.</summary>
    private sealed class Conversation(string answer) : MemoryStream(Encoding.ASCII.GetBytes(answer))
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
