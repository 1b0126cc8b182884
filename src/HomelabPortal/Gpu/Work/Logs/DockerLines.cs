using System.Text;
using HomelabPortal.Docker;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Gpu.Work.Logs;

/// <summary>Pure: a line of an engine's log as the viewer knows lines.</summary>
internal static class DockerLines
{
    /// <summary>More of one line nobody reads on a page.</summary>
    public const int Longest = 32_768;

    public static PodLogLine Of(LogLine line, Func<string, string> masked)
    {
        var text = masked(line.Text);
        var isCut = text.Length > Longest;
        return new PodLogLine
        {
            Time = line.Timestamp is { } at ? LogTime.From(at) : null,
            Text = isCut ? text[..Longest] : text,
            Length = Encoding.UTF8.GetByteCount(line.Text),
            IsCut = isCut,
            // Of what was written, so that it is the same line also when more secrets are known of by then.
            Hash = Hash(line),
        };
    }

    private static ulong Hash(LogLine line) =>
        line.Text.Aggregate(14695981039346656037UL ^ (ulong)line.Stream, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL));
}
