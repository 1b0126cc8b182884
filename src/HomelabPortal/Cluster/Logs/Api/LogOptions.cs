using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Logs.Api;

/// <summary>The options of a log, for the description of the API; <c>LogQuery</c> reads them.</summary>
internal sealed record LogOptions
{
    [FromQuery(Name = "container"), Description("One container; all when left out.")]
    public string? Container { get; init; }

    [FromQuery(Name = "previous"), Description("true for the run before the present one.")]
    public string? Previous { get; init; }

    [FromQuery(Name = "follow"), Description("true to go on with what comes; new pods of a workload join.")]
    public string? Follow { get; init; }

    [FromQuery(Name = "tail"), Description("Only the last so many lines of each container.")]
    public string? Tail { get; init; }

    [FromQuery(Name = "since"), Description("Such as 90s, 15m, 6h, 7d, or an instant in RFC 3339.")]
    public string? Since { get; init; }

    [FromQuery(Name = "timestamps"), Description("true to begin each line with its time.")]
    public string? Timestamps { get; init; }

    [FromQuery(Name = "q"), Description("Only lines that hold this, without regard to case.")]
    public string? Q { get; init; }

    [FromQuery(Name = "regex"), Description("true when q is a regular expression, without look-around and back references.")]
    public string? Regex { get; init; }
}
