namespace HomelabPortal.Storage;

/// <summary>Marks a text column that holds what the vault made. A rotation of the keys finds the columns by it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncryptedAttribute : Attribute;
