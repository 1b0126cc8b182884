using System.Globalization;
using System.Text;

namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>What one container says: line N of it is always the same, so the past does not change between two readers.</summary>
internal sealed class MadeUpLog
{
    private readonly MadeUpVoice _voice;
    private readonly long _salt;
    private readonly long _every;

    private MadeUpLog(MadeUpVoice voice, string identity)
    {
        _voice = voice;
        _salt = identity.Aggregate(17L, (hash, letter) => (hash * 31 + letter) % 1_000_003);
        _every = voice.Every.Ticks;
    }

    public static MadeUpLog Of(ContainerKey key) => new(MadeUpVoice.Of(key.Container), key.Pod + key.Container);

    public long TickAt(DateTimeOffset at) => (at.UtcTicks - Offset) / _every;

    public IEnumerable<LoggedLine> Between(long first, long last)
    {
        for (var tick = first; tick <= last; tick++) yield return Line(new DateTimeOffset(tick * _every + Offset, TimeSpan.Zero), _voice.Say(tick + _salt, TimeOf(tick)));
    }

    /// <summary>The end of a run that failed.</summary>
    public IEnumerable<LoggedLine> Last(DateTimeOffset at, int before, bool ends)
    {
        var tick = TickAt(at);
        foreach (var line in Between(tick - before, tick - 1)) yield return line;
        foreach (var (text, number) in _voice.LastWords.Select((text, number) => (text, number)))
        {
            var isLast = number == _voice.LastWords.Count - 1;
            yield return Line(at.AddMilliseconds(number - 20), text) with { Ends = ends || !isLast };
        }
    }

    /// <summary>Not all containers speak on the full second.</summary>
    private long Offset => _salt * 7919 % _every;

    private string TimeOf(long tick) => new DateTimeOffset(tick * _every + Offset, TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private LoggedLine Line(DateTimeOffset at, string text) => new(ContainerLog.NanosecondsOf(at) + _salt % 100, Encoding.UTF8.GetBytes(text), Ends: true);
}
