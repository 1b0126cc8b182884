using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>A zone in the form name servers read (BIND).</summary>
internal static class ZoneFile
{
    public static string Of(SimulatedZone zone, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $";;\n;; Domain:     {zone.Name}.\n;; Exported:   {now.UtcDateTime:yyyy-MM-dd HH:mm:ss}\n;;\n");
        text.Append(";; This file is intended for use for informational and archival purposes ONLY.\n;;\n$ORIGIN .\n");
        foreach (var group in zone.Records.GroupBy(record => (string)record["type"]!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n;; {group.Key} Records\n");
            foreach (var record in group) text.Append(Line(record)).Append('\n');
        }
        return text.ToString();
    }

    private static string Line(JsonObject record)
    {
        var type = (string)record["type"]!;
        var content = (string)record["content"]!;
        var data = type switch
        {
            "CNAME" or "NS" => content + ".",
            "MX" => $"{record["priority"]} {content}.",
            "TXT" when !content.StartsWith('"') => $"\"{content}\"",
            _ => content,
        };
        var note = (string?)record["comment"] is { } comment ? $" ; {comment}" : "";
        return $"{record["name"]}.\t{record["ttl"]}\tIN\t{type}\t{data}{note} ; cf_tags=cf-proxied:{((bool)record["proxied"]! ? "true" : "false")}";
    }
}
