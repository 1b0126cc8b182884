using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HomelabPortal.Access;
using HomelabPortal.Api.Problems;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Api.Changes;

/// <summary>Gives a change that comes again under its Idempotency-Key the answer of the first time, and does nothing more.</summary>
internal sealed class IdempotencyFilter(IdempotencyKeys keys) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    private const int MostKey = 200;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var header))
            return await next(context);
        var request = new IdempotentRequest(Actor.Of(http.User).AccountId ?? "", KeyOf(header), HashOf(http));
        if (keys.Begin(request) is { } underWay)
            throw new ProblemException(underWay == request.Hash ? InFlight : Reused);
        try
        {
            if (await keys.FindAsync(request, http.RequestAborted) is { } row)
                return row.RequestHash == request.Hash ? AnswerOf(row, http) : throw new ProblemException(Reused);
            http.Features.Set(request);
            return await next(context);
        }
        finally
        {
            keys.End(request);
        }
    }

    private static Problem InFlight { get; } = new(Problem.InFlight, "The first request with this key is still under way.", 409, "Wait a moment and ask again for its answer.");

    private static Problem Reused { get; } = new(Problem.KeyReused, "This key was used for another request.", 422, "Take a new Idempotency-Key for every change, and the same only to repeat it.");

    private static string KeyOf(Microsoft.Extensions.Primitives.StringValues header) =>
        header is [{ Length: > 0 and <= MostKey } key] && key.All(letter => letter is > ' ' and <= '~')
            ? key
            : throw new ProblemException(Problem.Of(400) with { Detail = $"An {Header} has 1 to {MostKey} letters, digits and signs, without spaces." });

    private static string HashOf(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));
        hash.AppendData(RequestBytes.Of(http).Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ApiAnswer AnswerOf(IdempotencyRow row, HttpContext http)
    {
        http.Response.Headers["Idempotency-Replayed"] = "true";
        var answer = new ApiAnswer(row.Status ?? 0, row.Body, row.ETag);
        return row is { Status: StatusCodes.Status201Created, Body: { } body } ? answer with { Location = LocationOf(http, body) } : answer;
    }

    /// <summary>What was made stands under the address it was posted to.</summary>
    private static string? LocationOf(HttpContext http, string body)
    {
        using var made = JsonDocument.Parse(body);
        return made.RootElement.TryGetProperty("id", out var id) ? $"{http.Request.Path}/{id.GetString()}" : null;
    }
}
