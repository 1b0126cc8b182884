using System.Globalization;
using System.Text;

namespace HomelabPortal.Gpu.Telemetry.Exporting;

/// <summary>Reads the text format of Prometheus: a name, labels in braces, a value. Lines that are something else are passed over.</summary>
internal static class MetricText
{
    public static IEnumerable<MetricSample> Read(string text) => text.Split('\n').Select(Line).OfType<MetricSample>();

    private static MetricSample? Line(string line)
    {
        line = line.Trim();
        if (line.Length == 0 || line[0] == '#')
            return null;
        var at = line.AsSpan().IndexOfAny('{', ' ');
        if (at <= 0)
            return null;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = at;
        if (line[at] == '{' && (rest = ReadLabels(line, at + 1, labels)) < 0)
            return null;
        // A time may follow the value.
        var value = line[rest..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new MetricSample(line[..at], labels, number)
            : null;
    }

    /// <returns>The place behind the closing brace, or -1.</returns>
    private static int ReadLabels(string line, int at, Dictionary<string, string> labels)
    {
        while (at < line.Length && line[at] != '}')
        {
            var equals = line.IndexOf('=', at);
            if (equals < 0 || equals + 1 >= line.Length || line[equals + 1] != '"')
                return -1;
            var name = line[at..equals].Trim(' ', ',');
            var value = new StringBuilder();
            for (at = equals + 2; at < line.Length && line[at] != '"'; at++)
            {
                if (line[at] == '\\' && at + 1 < line.Length)
                    at++;
                value.Append(line[at]);
            }

            labels[name] = value.ToString();
            at++;
            while (at < line.Length && line[at] is (',' or ' '))
                at++;
        }

        return at < line.Length ? at + 1 : -1;
    }
}
