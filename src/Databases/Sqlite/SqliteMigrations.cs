using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Twente.Igw.Databases.Sqlite;

internal sealed class SqliteMigrations(ICurrentDbContext current) : EngineMigrations(current);
