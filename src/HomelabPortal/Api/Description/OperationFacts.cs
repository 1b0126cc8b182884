using System.Text.Json.Nodes;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api.Changes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HomelabPortal.Api.Description;

/// <summary>What an operation takes and gives beyond its body: who may, the headers, the tags.</summary>
internal static class OperationFacts
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RequireActAttribute>().LastOrDefault() is { } required)
            AddRight(operation, ActTable.Of(required.Act), context.Document);
        operation.Parameters ??= [];
        if (metadata.OfType<IfMatchAttribute>().Any())
            operation.Parameters.Add(Header("If-Match", "The ETag of the state that was seen.", isRequired: true));
        if (context.Description.HttpMethod is "POST" or "PUT" or "DELETE")
            operation.Parameters.Add(Header(IdempotencyFilter.Header, "Repeating the request under the same key does nothing more and gets the first answer. Kept for 24 hours.", isRequired: false));
        foreach (var (status, response) in operation.Responses ?? [])
            AddTag(status, response);
        return Task.CompletedTask;
    }

    private static void AddRight(OpenApiOperation operation, ActRule rule, OpenApiDocument? document)
    {
        var scope = rule.Scope is { } needed ? $"a token needs the scope {needed}" : "no token can";
        operation.Description = $"Takes the role {rule.Role.ToString().ToLowerInvariant()} to {rule.Words}; {scope}.";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentFacts.Bearer, document)] = [] }];
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-role"] = new JsonNodeExtension(rule.Role.ToString().ToLowerInvariant());
        if (rule.Scope is not null)
            operation.Extensions["x-scope"] = new JsonNodeExtension(rule.Scope);
    }

    private static OpenApiParameter Header(string name, string description, bool isRequired) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void AddTag(string status, IOpenApiResponse response)
    {
        if (status is not ("200" or "201") || response is not OpenApiResponse plain)
            return;
        plain.Headers ??= new Dictionary<string, IOpenApiHeader>();
        plain.Headers["ETag"] = new OpenApiHeader { Description = "For If-None-Match and If-Match.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }
}
