using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddAdministration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "milliseconds",
                table: "kernel_job",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_admin_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    after = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_admin_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_menu_choice",
                columns: table => new
                {
                    href = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: true),
                    hidden = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_menu_choice", x => x.href);
                });

            migrationBuilder.CreateTable(
                name: "kernel_node",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    memory = table.Column<long>(type: "INTEGER", nullable: false),
                    disk_free = table.Column<long>(type: "INTEGER", nullable: true),
                    disk_total = table.Column<long>(type: "INTEGER", nullable: true),
                    answers_per_minute = table.Column<double>(type: "REAL", nullable: false),
                    faults_per_minute = table.Column<double>(type: "REAL", nullable: false),
                    mean_milliseconds = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_node", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_admin_change_kind_key_id",
                table: "identity_admin_change",
                columns: new[] { "kind", "key", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_admin_change");

            migrationBuilder.DropTable(
                name: "identity_menu_choice");

            migrationBuilder.DropTable(
                name: "kernel_node");

            migrationBuilder.DropColumn(
                name: "milliseconds",
                table: "kernel_job");
        }
    }
}
