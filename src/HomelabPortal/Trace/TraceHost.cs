using System.Text;
using HomelabPortal.Commands;
using HomelabPortal.Desired;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;

namespace HomelabPortal.Trace;

/// <summary>Traces a hostname at the command line. It ends with 1 when a request does not get through, or when that cannot be told.</summary>
internal sealed class TraceHost(TraceDesk desk) : ICommand
{
    public string Name => "trace";

    public string Help => "HOST follows a hostname from DNS to what answers, in the running portal; ends with 1 unless it gets through";

    public Task<CommandAnswer> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var typed])
            return Task.FromResult(CommandAnswer.NotUnderstood($"{Name} takes one hostname."));
        if (!Hostname.TryParse(typed, out var host, out var fault))
            return Task.FromResult(CommandAnswer.NotUnderstood(fault));
        if (!desk.IsReady)
            return Task.FromResult(CommandAnswer.Failed("The lab has not been read: the portal does not run, or has just started. Start it, then try again."));
        var report = desk.Make(host.Value).Report;
        return Task.FromResult(report.Verdict <= TraceVerdict.Degraded ? CommandAnswer.Done(Text(report)) : CommandAnswer.Failed(Text(report)));
    }

    internal static string Text(TraceReport report)
    {
        var text = new StringBuilder().Append(report.Host).Append(": ").AppendLine(Word(report.Verdict)).AppendLine(report.Sentence);
        if (report.Remedy.Length > 0)
            text.AppendLine(report.Remedy);
        foreach (var entry in report.Entries)
        {
            text.AppendLine().Append(entry.Title).Append(": ").AppendLine(Word(entry.Verdict));
            foreach (var hop in entry.Hops)
                text.Append($"  {Word(hop.Verdict),-9} {hop.Title,-21} ").AppendLine(hop.Sentence.Length > 0 ? hop.Sentence : hop.Name);
        }

        return text.ToString().TrimEnd();
    }

    private static string Word(TraceVerdict verdict) => verdict.ToString().ToLowerInvariant();
}
