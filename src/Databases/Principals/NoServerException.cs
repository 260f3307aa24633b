namespace Twente.Igw.Databases;

/// <summary>The engine is a server, and nothing says where it is.</summary>
public sealed class NoServerException() : InvalidOperationException(
    "Er is geen databaseserver opgegeven: stel Igw:Database:Server in, of geef --admin op.");
