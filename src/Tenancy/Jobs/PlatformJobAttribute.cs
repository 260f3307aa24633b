namespace Twente.Igw.Tenancy;

/// <summary>Marks a job class that works for the platform and for no tenant; without it a job needs a tenant.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlatformJobAttribute : Attribute;
