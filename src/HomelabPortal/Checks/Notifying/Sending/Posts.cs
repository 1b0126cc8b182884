using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>Pure: a message as each service wants it. Nothing in it can call for people's attention beyond what it is.</summary>
internal static class Posts
{
    /// <summary>Discord takes 2000 characters, Slack and ntfy a little more.</summary>
    private const int MostText = 1900;

    /// <exception cref="NotifyFault">The channel lacks what it needs.</exception>
    public static Post Of(DesiredChannel channel, string? secret, Message message) => channel.Kind switch
    {
        ChannelKind.Ntfy => new Post(new Uri(channel.Address), Ntfy(channel, message).ToJsonString(), secret is null ? null : $"Bearer {secret}"),
        ChannelKind.Discord => new Post(Address(secret), Discord(message).ToJsonString(), null),
        ChannelKind.Slack => new Post(Address(secret), Slack(message).ToJsonString(), null),
        ChannelKind.Webhook => new Post(new Uri(channel.Address), Webhook(message).ToJsonString(), secret),
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    private static JsonObject Ntfy(DesiredChannel channel, Message message)
    {
        var body = new JsonObject
        {
            ["topic"] = channel.Topic, ["title"] = message.Title, ["message"] = Cut(message.Text),
            ["priority"] = message.IsUrgent ? 5 : message.IsGood ? 3 : 4, ["tags"] = new JsonArray(message.IsGood ? "white_check_mark" : message.IsUrgent ? "rotating_light" : "warning"),
        };
        if (message.Href is not null)
            body["click"] = message.Href;
        return body;
    }

    private static JsonObject Discord(Message message) => new()
    {
        ["content"] = Cut($"**{Unmarked(message.Title)}**\n{Unmarked(message.Text)}{Link(message)}"),
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
    };

    private static JsonObject Slack(Message message) => new() { ["text"] = Cut($"*{Escaped(message.Title)}*\n{Escaped(message.Text)}{Link(message)}") };

    private static JsonObject Webhook(Message message) => new()
    {
        ["title"] = message.Title,
        ["text"] = message.Text,
        ["url"] = message.Href,
        ["events"] = new JsonArray([.. message.Told.Select(one => new JsonObject
        {
            ["event"] = JsonNamingPolicy.CamelCase.ConvertName(one.Kind.ToString()),
            ["checkId"] = one.CheckId,
            ["check"] = one.CheckName,
            ["severity"] = one.Severity == CheckSeverity.Critical ? "critical" : "warning",
            ["words"] = one.Words,
            ["at"] = one.At.ToString("O"),
            ["since"] = one.Since?.ToString("O"),
            ["incident"] = one.IncidentId,
        })]),
    };

    private static string Link(Message message) => message.Href is null ? "" : $"\n{message.Href}";

    /// <summary>Slack reads commands between angle brackets.</summary>
    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A name with a star or an underline in it stays as it is.</summary>
    private static string Unmarked(string text)
    {
        foreach (var mark in new[] { "\\", "*", "_", "~", "`", "|", ">", "[", "]" })
            text = text.Replace(mark, "\\" + mark, StringComparison.Ordinal);
        return text;
    }

    private static string Cut(string text) => text.Length <= MostText ? text : text[..MostText] + "…";

    private static Uri Address(string? secret) =>
        Uri.TryCreate(secret, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http")
            ? address : throw new NotifyFault("The channel has no address. Enter it again.");
}
