using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Writes answers: compact JSON, with the headers of the real server.</summary>
internal static class Answers
{
    public static Task WriteAsync(HttpContext context, JsonObject json, int code = 200)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json, SimulatorJson.Options);
        return WriteAsync(context, bytes, code);
    }

    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json, int code = 200)
    {
        Begin(context, code);
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    public static void Begin(HttpContext context, int code)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-cache, private";
    }

    public static Task WriteAsync(HttpContext context, StatusException problem)
    {
        if (problem.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, problem.Status, problem.Code);
    }

    public static async Task WriteTextAsync(HttpContext context, int code, string text)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
