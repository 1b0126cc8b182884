using System.Collections.Immutable;
using System.Globalization;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns.ZoneFiles;

/// <summary>Pure: reads BIND text (RFC 1035) into records; what cannot be read is said by line and does not stop the rest.</summary>
internal sealed class ZoneFileReader
{
    public const int MostLines = 20_000;
    private static readonly string[] _classes = ["IN", "CH", "HS", "ANY"];
    private readonly ImmutableArray<ZoneFileLine>.Builder _records = ImmutableArray.CreateBuilder<ZoneFileLine>();
    private readonly ImmutableArray<ZoneFileFault>.Builder _faults = ImmutableArray.CreateBuilder<ZoneFileFault>();
    private readonly string _zone;
    private string _origin;
    private string? _lastName;
    private int? _ttl;
    private int _skipped;

    private ZoneFileReader(string zone) => (_zone, _origin) = (zone, zone);

    public static ZoneFile Read(string text, string zone)
    {
        var reader = new ZoneFileReader(zone.TrimEnd('.').ToLowerInvariant());
        foreach (var line in ZoneFileTokens.Cut(text))
        {
            if (line.Number > MostLines)
            {
                reader.Fault(line, $"Only the first {MostLines} lines are read. Cut the file in two.");
                break;
            }

            reader.Take(line);
        }

        return new ZoneFile(reader._records.ToImmutable(), reader._faults.ToImmutable(), reader._skipped);
    }

    private void Take(ZoneFileTokens.Line line)
    {
        if (line.Fault is not null)
            Fault(line, line.Fault);
        else if (line.Words[0].StartsWith('$'))
            TakeDirective(line);
        else
            TakeRecord(line);
    }

    private void TakeDirective(ZoneFileTokens.Line line)
    {
        switch (line.Words[0].ToUpperInvariant(), line.Words.Length)
        {
            case ("$ORIGIN", >= 2):
                _origin = Absolute(line.Words[1]);
                break;
            case ("$TTL", >= 2) when Seconds(line.Words[1]) is { } seconds:
                _ttl = seconds;
                break;
            default:
                Fault(line, $"{line.Words[0]} is not understood here; $ORIGIN and $TTL are.");
                break;
        }
    }

    private void TakeRecord(ZoneFileTokens.Line line)
    {
        var words = line.Words.AsSpan();
        if (!line.BeginsWithSpace)
        {
            _lastName = Absolute(words[0]);
            words = words[1..];
        }

        var ttl = TakeManner(ref words) ?? _ttl ?? DnsValue.AutomaticTtl;
        if (_lastName is not { } name)
            Fault(line, "There is no name: the first record of a file begins with one, for example www IN A 192.0.2.10.");
        else if (words.IsEmpty)
            Fault(line, "There is no type, for example www IN A 192.0.2.10.");
        else
            TakeContent(line, name, ttl, words[0].ToUpperInvariant(), [.. words[1..]]);
    }

    /// <summary>TTL and class come in either order, and either may be missing.</summary>
    private static int? TakeManner(ref ReadOnlySpan<string> words)
    {
        int? ttl = null;
        while (!words.IsEmpty)
        {
            if (_classes.Contains(words[0].ToUpperInvariant()))
                words = words[1..];
            else if (ttl is null && char.IsAsciiDigit(words[0][0]) && Seconds(words[0]) is { } seconds)
            {
                ttl = seconds;
                words = words[1..];
            }
            else
            {
                break;
            }
        }

        return ttl;
    }

    private void TakeContent(ZoneFileTokens.Line line, string name, int ttl, string typeName, ImmutableArray<string> words)
    {
        if (typeName == "SOA" || (typeName == "NS" && name == _zone))
        {
            _skipped++;
            return;
        }

        if (RecordTypes.Find(typeName) is not { } type)
        {
            Fault(line, $"Records of the type {typeName} are not understood here. There are {string.Join(", ", RecordTypes.All.Select(known => known.Name))}.");
            return;
        }

        if (!RecordName.TryParse(name, out var parsed, out var fault) || !parsed.IsWithin(_zone))
        {
            Fault(line, fault ?? $"{name} is not in the zone {_zone}.");
            return;
        }

        var content = type.Read(TextOf(type, words));
        if (!content.IsGood)
            Fault(line, content.Fault!);
        else
            _records.Add(new ZoneFileLine(line.Number, parsed.Value, new DnsValue(type.Name, content.Text, Lifetime(ttl), IsProxied(line, type)).Normalised()));
    }

    private string TextOf(RecordType type, ImmutableArray<string> words)
    {
        if (type.Wire == RecordWire.QuotedContent)
            // Words without quotes are pieces too.
            return string.Join(' ', words.Select(word => word.StartsWith('"') ? word : QuotedText.Quote(word)));
        return string.Join(' ', words.Select((word, at) => at < type.Fields.Length && IsHost(type.Fields[at], type) ? Absolute(word) : word));
    }

    private static bool IsHost(RecordField field, RecordType type) => field.Key == "target" || type.Name is "CNAME" or "NS";

    private static bool IsProxied(ZoneFileTokens.Line line, RecordType type) =>
        type.IsProxiable && line.Remark.Contains("cf-proxied:true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Cloudflare knows 1 for automatic and otherwise 60 seconds to a day.</summary>
    private static int Lifetime(int seconds) => seconds <= DnsValue.AutomaticTtl ? DnsValue.AutomaticTtl : Math.Clamp(seconds, 60, 86_400);

    private string Absolute(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower == ".")
            return lower;
        if (_origin == "." && lower[^1] != '.')
            return lower;
        return lower == "@" ? _origin : lower.EndsWith('.') ? lower[..^1] : $"{lower}.{_origin}";
    }

    /// <summary>Seconds, or 1h30m as BIND writes it.</summary>
    private static int? Seconds(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
            return plain;
        long sum = 0;
        long number = -1;
        foreach (var c in word.ToLowerInvariant())
        {
            var unit = c switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
            if (char.IsAsciiDigit(c) && number < 10_000_000)
                number = (Math.Max(number, 0) * 10) + (c - '0');
            else if (unit > 0 && number >= 0)
                (sum, number) = (sum + (number * unit), -1);
            else
                return null;
        }

        return number >= 0 || sum > int.MaxValue ? null : (int)sum;
    }

    private void Fault(ZoneFileTokens.Line line, string text) => _faults.Add(new ZoneFileFault(line.Number, text));
}
