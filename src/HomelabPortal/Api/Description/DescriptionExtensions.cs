using Microsoft.OpenApi;

namespace HomelabPortal.Api.Description;

/// <summary>The OpenAPI document, made from the endpoints themselves.</summary>
internal static class DescriptionExtensions
{
    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            // 3.0 rather than 3.1: more tools read it.
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiExtensions.Root[1..] + "/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(DocumentFacts.AddAsync);
            options.AddOperationTransformer(OperationFacts.AddAsync);
            options.AddSchemaTransformer(SchemaFacts.AddAsync);
        });
}
