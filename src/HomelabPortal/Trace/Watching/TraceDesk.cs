using HomelabPortal.Platform;
using HomelabPortal.Trace.Following;
using HomelabPortal.Trace.Reading;

namespace HomelabPortal.Trace.Watching;

/// <summary>Gives the trace of any hostname: as the last look has it, or made now.</summary>
internal sealed class TraceDesk(TraceSources sources, Live<TraceState> live)
{
    /// <summary>False while the lab has not been read once.</summary>
    public bool IsReady => sources.AreRead;

    /// <summary>For pages that follow it; a name that nobody knows is traced on the spot.</summary>
    public TracedName Find(string host) => live.Current.Value.Find(host) ?? new TracedName(Tracer.Of(host, new TraceScene(sources.Read())), null);

    /// <summary>From the sources as they are at this moment, for programs that ask once.</summary>
    public TracedName Make(string host) => new(Tracer.Of(host, new TraceScene(sources.Read())), live.Current.Value.Find(host)?.LastGood);
}
