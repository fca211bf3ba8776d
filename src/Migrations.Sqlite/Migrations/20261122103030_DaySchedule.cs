using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DaySchedule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funeral_maintenance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    resource = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    breakdown = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_maintenance", x => x.id);
                    table.CheckConstraint("funeral_maintenance_order", "starts_at < ends_at");
                });

            migrationBuilder.CreateTable(
                name: "funeral_schedule_wish",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    farewell = table.Column<bool>(type: "INTEGER", nullable: false),
                    wished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    cremator = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    oversize = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_schedule_wish", x => x.case_id);
                    table.CheckConstraint("funeral_schedule_wish_people", "people >= 0 and people <= 2000");
                });

            migrationBuilder.CreateTable(
                name: "funeral_shift",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    weekdays = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    until = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_shift", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_maintenance_resource_starts_at",
                table: "funeral_maintenance",
                columns: new[] { "resource", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_schedule_wish_institution_wished_at",
                table: "funeral_schedule_wish",
                columns: new[] { "institution", "wished_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_shift_institution_role",
                table: "funeral_shift",
                columns: new[] { "institution", "role" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funeral_maintenance");

            migrationBuilder.DropTable(
                name: "funeral_schedule_wish");

            migrationBuilder.DropTable(
                name: "funeral_shift");
        }
    }
}
