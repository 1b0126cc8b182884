using System.Text;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Sending;

/// <summary>A log as plain text, the way kubectl writes it; what is no line of the log begins with "# ".</summary>
internal sealed class LogText(LogRequest request, bool hasTimestamps, bool hasNames, HttpResponse response)
{
    private readonly Dictionary<int, LogSource> _sources = [];

    public async Task SendAsync(IReadOnlyList<Viewed> happenings, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var happening in happenings)
            Write(text, happening);
        if (text.Length > 0)
            await response.WriteAsync(text.ToString(), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private void Write(StringBuilder text, Viewed happening)
    {
        switch (happening)
        {
            case Viewed.Joined joined:
                _sources[joined.Number] = joined.Source;
                break;
            case Viewed.TooMany more:
                text.Append("# ").Append(more.Left).Append(" more containers are not read: ").Append(LogSources.Most).Append(" is the most at once.\n");
                break;
            case Viewed.Said { What: LogEvent.Line line } said when request.Filter.Matches(line.Content.Text):
                Write(text, _sources[said.Number], line.Content);
                break;
            case Viewed.Said said when LogWords.Of(said.What, _sources[said.Number].Container) is { } words && said.What is not LogEvent.Ended:
                text.Append("# ").Append(_sources[said.Number].Pod).Append(": ").Append(words).Append('\n');
                break;
        }
    }

    private void Write(StringBuilder text, LogSource source, PodLogLine line)
    {
        if (hasNames)
            text.Append('[').Append(source.Pod).Append('/').Append(source.Container).Append("] ");
        if (hasTimestamps)
            text.Append(line.Time).Append(' ');
        text.Append(line.Text);
        if (line.IsCut)
            text.Append(" … (cut: ").Append(line.Length).Append(" bytes)");
        text.Append('\n');
    }
}
