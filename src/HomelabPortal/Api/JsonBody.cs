using System.Reflection;
using System.Text.Json;
using HomelabPortal.Api.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace HomelabPortal.Api;

/// <summary>The body of a request, read strictly; what is wrong with it is told by member.</summary>
internal sealed record JsonBody<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <exception cref="ProblemException">It is no JSON, too long, too deep, or has a member that is not known.</exception>
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            throw new ProblemException(Problem.Of(StatusCodes.Status415UnsupportedMediaType));
        var bytes = await RequestBytes.ReadAsync(context);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, ApiJson.Reading) is { } value
                ? new JsonBody<T>(value)
                : throw new ProblemException(JsonFaults.Nothing);
        }
        catch (JsonException fault)
        {
            throw new ProblemException(JsonFaults.Explain(fault.Path, ApiJson.Reading.GetTypeInfo(typeof(T))));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
        foreach (var status in new[] { StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity })
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.ContentType]));
    }
}
