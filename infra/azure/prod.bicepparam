using 'main.bicep'

// Fourteen gemeenten. The group, networks and addresses are the operator’s own.
param environment = 'prod'
param location = 'westeurope'
param operators = { name: 'igw-operators', objectId: '00000000-0000-0000-0000-000000000000' }
param operatorNetworks = ['192.0.2.0/24']
param poolCapacity = 4
param nodes = { least: 3, most: 6, size: 'Standard_D4ds_v5' }
param backups = { immutableDays: 30, keptDays: 92 }
param logDays = 365
param budget = {
  amount: 2500
  start: '2026-01-01'
  contacts: ['beheer@voorbeeld.example', 'financien@voorbeeld.example']
}
