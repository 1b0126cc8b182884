using System.Buffers;
using System.Text.Json;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Cluster.Logs.Reading;
using HomelabPortal.Cluster.Logs.Viewing;

namespace HomelabPortal.Cluster.Logs.Sending;

/// <summary>
/// A log for the viewer in the browser (js/logs.js), one JSON object a line:
/// <para><c>{"k":"source","s":0,"id":"uid/container","pod":…,"container":…,"colour":3}</c></para>
/// <para><c>{"k":"line","s":0,"t":time,"v":"e","x":text,"y":[[start,length,classes]],"r":raw}</c></para>
/// <para><c>{"k":"mark","s":0,"kind":"gap","x":words}</c>, <c>{"k":"state","s":0,"x":words}</c> (empty when all is well), <c>{"k":"beat"}</c></para>
/// </summary>
internal sealed class LogJson(HttpResponse response)
{
    // Only a script reads it, so nothing needs to be escaped for HTML.
    private static readonly JsonWriterOptions _options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<int, LogSource> _sources = [];

    public async Task SendAsync(IReadOnlyList<Viewed> happenings, CancellationToken cancellationToken)
    {
        if (happenings.Count == 0)
            response.BodyWriter.Write("{\"k\":\"beat\"}\n"u8);
        foreach (var happening in happenings)
            Write(happening);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private void Write(Viewed happening)
    {
        using (var json = new Utf8JsonWriter(response.BodyWriter, _options))
        {
            json.WriteStartObject();
            Write(json, happening);
            json.WriteEndObject();
        }

        response.BodyWriter.Write("\n"u8);
    }

    private void Write(Utf8JsonWriter json, Viewed happening)
    {
        switch (happening)
        {
            case Viewed.Joined joined:
                _sources[joined.Number] = joined.Source;
                json.WriteString("k", "source");
                json.WriteNumber("s", joined.Number);
                json.WriteString("id", joined.Source.Key);
                json.WriteString("pod", joined.Source.Pod);
                json.WriteString("container", joined.Source.Container);
                json.WriteNumber("colour", joined.Source.Colour);
                json.WriteBoolean("late", joined.IsLate);
                break;
            case Viewed.TooMany more:
                Mark(json, -1, "many", $"{more.Left} more containers are not shown: {LogSources.Most} is the most at once. Choose one container.");
                break;
            case Viewed.Said { What: LogEvent.Line line } said:
                Line(json, said.Number, line);
                break;
            case Viewed.Said { What: LogEvent.Trouble or LogEvent.Waiting or LogEvent.Reading or LogEvent.Notice } said:
                json.WriteString("k", "state");
                json.WriteNumber("s", said.Number);
                json.WriteString("x", Words(said));
                break;
            case Viewed.Said { What: LogEvent.Ended { How.ExitCode: 0 } } said when _sources[said.Number].IsInit:
                // That an init container is done is no news.
                json.WriteString("k", "beat");
                break;
            case Viewed.Said said:
                Mark(json, said.Number, said.What switch { LogEvent.Gap => "gap", LogEvent.Restarted => "restart", _ => "end" }, Words(said));
                break;
        }
    }

    private static void Line(Utf8JsonWriter json, int source, LogEvent.Line line)
    {
        var readable = ReadableLine.Of(line.Content);
        json.WriteString("k", "line");
        json.WriteNumber("s", source);
        json.WriteString("t", line.Content.Time?.ToString());
        if (readable.Level != Reading.LogLevel.Unknown)
            json.WriteString("v", readable.Level switch { Reading.LogLevel.Error => "e", Reading.LogLevel.Warning => "w", Reading.LogLevel.Debug => "d", _ => "i" });
        json.WriteString("x", readable.Shown.Text);
        Spans(json, readable.Shown);
        if (readable.Raw is { } raw)
            json.WriteString("r", raw.Text);
    }

    private static void Spans(Utf8JsonWriter json, StyledText text)
    {
        if (text.Spans.IsEmpty)
            return;
        json.WriteStartArray("y");
        foreach (var span in text.Spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.Length);
            json.WriteStringValue(span.Style);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Mark(Utf8JsonWriter json, int source, string kind, string words)
    {
        json.WriteString("k", "mark");
        json.WriteNumber("s", source);
        json.WriteString("kind", kind);
        json.WriteString("x", words);
    }

    private string Words(Viewed.Said said) => LogWords.Of(said.What, _sources[said.Number].Container) ?? "";
}
