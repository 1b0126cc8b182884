using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Tests.Cloudflare;

/// <summary>Clients whose Cloudflare is a script.</summary>
internal static class CloudflareClients
{
    public const string Token = "test-token-0123456789";

    public static CloudflareClient Scripted(Func<ScriptedHandler.Asked, HttpResponseMessage> answer) => Scripted(answer, out _);

    public static CloudflareClient Scripted(
        Func<ScriptedHandler.Asked, HttpResponseMessage> answer, out ScriptedHandler handler, TimeProvider? time = null, string token = Token, int recordsPerPage = 100)
    {
        handler = new ScriptedHandler(answer);
        var options = new CloudflareClientOptions { ApiToken = token, BaseAddress = new Uri("https://cf.test/client/v4"), RecordsPerPage = recordsPerPage };
        return new CloudflareClient(options, time ?? new ManualTimeProvider(), null, handler);
    }

    public static HttpResponseMessage Ok(string result, string? info = null) =>
        ScriptedHandler.Json($$"""{"success":true,"errors":[],"messages":[],"result":{{result}}{{(info is null ? "" : $",\"result_info\":{info}")}}}""");

    public static HttpResponseMessage Refuse(HttpStatusCode status, int code, string message = "no") =>
        ScriptedHandler.Json($$"""{"success":false,"errors":[{"code":{{code}},"message":"{{message}}"}],"messages":[],"result":null}""", status);

    /// <summary>One page of records with the IDs given.</summary>
    public static HttpResponseMessage Page(int page, int total, params IEnumerable<int> ids)
    {
        var items = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = $"r{id}", ["type"] = "A", ["name"] = $"n{id}.test", ["content"] = "10.0.0.1" })]);
        return Ok(items.ToJsonString(), $$"""{"page":{{page}},"per_page":100,"count":{{items.Count}},"total_count":{{total}},"total_pages":9}""");
    }

    public static int PageOf(ScriptedHandler.Asked asked) =>
        int.Parse(asked.Path.Split('?')[1].Split('&').Single(pair => pair.StartsWith("page=", StringComparison.Ordinal))[5..]);
}
