using System.Text.Json.Serialization;

namespace HomelabPortal.Access.Record;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AuditExportLine))]
internal sealed partial class AuditExportJson : JsonSerializerContext;
