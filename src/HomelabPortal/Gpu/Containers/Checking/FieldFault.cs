namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>What is wrong with one member, in a sentence.</summary>
internal readonly record struct FieldFault(string Field, string Why);
