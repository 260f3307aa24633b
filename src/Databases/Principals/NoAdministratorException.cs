namespace Twente.Igw.Databases;

/// <summary>Something was asked that only a database administrator may do.</summary>
public sealed class NoAdministratorException() : InvalidOperationException(
    "Hiervoor is een beheerder van de database nodig: geef diens verbinding op met --admin of Igw:Database:Admin.");
