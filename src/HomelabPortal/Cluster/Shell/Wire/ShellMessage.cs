using System.Text.Json;
using System.Text.Json.Serialization;
using HomelabPortal.Api;

namespace HomelabPortal.Cluster.Shell.Wire;

/// <summary>What the portal tells the one at the terminal besides the output; text messages, while output is binary.</summary>
/// <param name="Kind">"opened", "notice" or "ended".</param>
internal sealed record ShellMessage(string Kind)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Program { get; init; }

    /// <summary>The text in a few words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShellEndKind? Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ExitCode { get; init; }

    /// <summary>The rule the portal's account in the cluster lacks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    public static ShellMessage Opened(string program) => new("opened") { Program = program };

    public static ShellMessage Notice(string text) => new("notice") { Text = text };

    public static ShellMessage Ended(ShellEnd end) => new("ended") { Reason = end.Kind, Title = end.Title, Text = end.Text, ExitCode = end.ExitCode, Rule = end.MissingRule?.ToString() };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Writing);
}
