namespace HomelabPortal.Tests.Cluster.Logs.Following;

/// <summary>One run of a scripted container: everything it ever wrote, and how much of that its kubelet still has.</summary>
internal sealed class ScriptedRun(int number, long startedAt)
{
    public int Number => number;

    public long StartedAt => startedAt;

    public List<(long At, string Text)> Lines { get; } = [];

    /// <summary>The first line that was not rotated away.</summary>
    public int First { get; set; }

    /// <summary>What it wrote last, without a line end.</summary>
    public (long At, string Text)? Half { get; set; }

    public bool WasRead { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>No longer even the previous run.</summary>
    public bool IsForgotten { get; set; }

    public IEnumerable<string> Truth => Lines.Select(Told).Concat(Half is { } half ? [Told(half)] : []);

    public bool Lost(int line) => IsForgotten || line < First;

    public static string Told((long At, string Text) line) => $"{new HomelabPortal.Kubernetes.LogTime(line.At)} {line.Text}";
}
