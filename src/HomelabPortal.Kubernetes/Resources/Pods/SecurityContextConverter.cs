using System.Text.Json;

namespace HomelabPortal.Kubernetes;

internal sealed class SecurityContextConverter : SharedConverter<SecurityContext>
{
    protected override SecurityContext Parse(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, ResourceJson.Default.SecurityContext) ?? SecurityContext.Empty;
}
