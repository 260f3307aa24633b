using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Twente.Igw.Databases.PostgreSql;

internal sealed class PostgreSqlMigrations(ICurrentDbContext current) : EngineMigrations(current);
