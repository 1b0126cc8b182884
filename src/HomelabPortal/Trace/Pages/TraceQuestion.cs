using HomelabPortal.Desired;

namespace HomelabPortal.Trace.Pages;

/// <summary>The hostname that a person typed or a link named.</summary>
/// <param name="Host">As DNS writes it; null when there is none.</param>
/// <param name="Fault">What is wrong with what was typed; null when nothing is.</param>
internal sealed record TraceQuestion(string? Host, string? Fault)
{
    /// <summary>Takes a whole address as well: what is copied from a browser begins with https:// and ends with a path.</summary>
    public static TraceQuestion Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
            return new TraceQuestion(null, null);
        var name = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address!.IdnHost : text.Split('/')[0];
        return Hostname.TryParse(name, out var host, out var fault) ? new TraceQuestion(host.Value, null) : new TraceQuestion(null, fault);
    }
}
